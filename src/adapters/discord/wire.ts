// Discord's numbers that Verbatim uses, by name. The SDK's own enums would do, but load the whole SDK with them: this way
// rendering, declaring and receiving need none, and the SDK's types still check every payload.

/** https://docs.discord.com/developers/components/reference#component-object-component-types */
export const component = {
  row: 1,
  button: 2,
  select: 3,
  section: 9,
  text: 10,
  gallery: 12,
  separator: 14,
  container: 17,
} as const;

/** https://docs.discord.com/developers/components/reference#button-button-styles */
export const buttonStyle = { primary: 1, secondary: 2, link: 5 } as const;

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const flag = { suppressEmbeds: 1 << 2, ephemeral: 1 << 6, card: 1 << 15 } as const;

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-type */
export const interaction = { command: 2, press: 3, typing: 4 } as const;

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
export const callback = { message: 4, thinking: 5, silent: 6, update: 7, choices: 8 } as const;

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-types */
export const commandType = { slash: 1, entryPoint: 4 } as const;

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type */
export const optionType = { text: 3, flag: 5 } as const;

/** https://docs.discord.com/developers/resources/application#application-object-application-integration-types */
export const install = { server: 0, user: 1 } as const;

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-context-types */
export const context = { server: 0, botChat: 1, privateChat: 2 } as const;

/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
export const permission = {
  administrator: 1n << 3n,
  sendMessages: 1n << 11n,
  sendInThreads: 1n << 38n,
  useExternalApps: 1n << 50n,
} as const;

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
export const threadTypes: readonly number[] = [10, 11, 12];

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes */
export const errorCode = {
  unknownApplication: 10_002,
  unknownGuild: 10_004,
  unknownMessage: 10_008,
  unknownWebhook: 10_015,
  unknownInteraction: 10_062,
  alreadyAcknowledged: 40_060,
  missingAccess: 50_001,
  missingPermissions: 50_013,
  invalidWebhookToken: 50_027,
  invalidBody: 50_035,
} as const;

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
export const closeCode = { authenticationFailed: 4004, invalidIntents: 4013, disallowedIntents: 4014 } as const;
