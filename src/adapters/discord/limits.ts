// How much Discord takes, in UTF-16 code units unless the name says otherwise, each with the place that says so. Discord
// counts code points, of which there are never more: what fits here fits there.

const reference = {
  /** https://docs.discord.com/developers/resources/message#create-message */
  content: 2_000,
  /** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
  embedTitle: 256,
  embedDescription: 4_096,
  embedTotal: 6_000,
  /** https://docs.discord.com/developers/components/reference#what-is-a-component: nested ones count as well. */
  cardComponents: 40,
  /** https://github.com/discord/discord-api-docs/pull/8562: over all text of one card. */
  cardText: 4_000,
  /**
   * UTF-8 bytes of all text of one card. Discord answers 500 from 10,170 on, with 12 more for each text display:
   * https://github.com/discord/discord-api-docs/issues/8554
   */
  cardTextBytes: 9_600,
  /** https://docs.discord.com/developers/components/reference#legacy-message-component-behavior */
  rows: 5,
  /** https://docs.discord.com/developers/components/reference#action-row */
  rowButtons: 5,
  /** https://docs.discord.com/developers/components/reference#button-button-structure */
  buttonLabel: 80,
  buttonUrl: 512,
  /** https://docs.discord.com/developers/components/reference#anatomy-of-a-component-custom-id */
  customId: 100,
  /** https://docs.discord.com/developers/components/reference#string-select-string-select-structure */
  selectOptions: 25,
  selectPlaceholder: 150,
  /** https://docs.discord.com/developers/components/reference#string-select-select-option-structure */
  optionLabel: 100,
  optionDescription: 100,
  optionValue: 100,
  /** https://docs.discord.com/developers/components/reference#media-gallery-media-gallery-item-structure */
  imageAlt: 1_024,
  /** https://docs.discord.com/developers/components/reference#unfurled-media-item */
  imageUrl: 2_048,
  /** https://docs.discord.com/developers/interactions/application-commands#autocomplete */
  choices: 25,
  /**
   * https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure
   */
  choiceName: 100,
  choiceValue: 100,
  /** https://docs.discord.com/developers/interactions/application-commands#registering-a-command */
  commands: 100,
  /** Over names, descriptions and values of one command, localised texts in their longest form. */
  commandText: 8_000,
  /** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-structure */
  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  /** https://docs.discord.com/developers/interactions/receiving-and-responding#create-followup-message: where only a user installed it. */
  userInstallFollowUps: 5,
} as const;

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback */
const deadlines = {
  firstResponseMs: 3_000,
  tokenLifeMs: 15 * 60_000,
  /** Verbatim's own: half of what Discord gives, less the way there. */
  acknowledgeMs: 1_200,
  /** Verbatim's own: what else may be asked before an acknowledgement. */
  foreseeMs: 150,
  /** Verbatim's own: suggestions that come later are of no use to somebody who types on. */
  suggestMs: 1_500,
} as const;

export const limits = { ...reference, ...deadlines } as const;
