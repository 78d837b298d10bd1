// Slack's figures, each with the page that gives it. Lengths are in characters (UTF-16 units, the shortest way to count).

export const limits = {
  /** Commands, actions, options and submissions: https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
  acknowledgeMs: 3_000,

  /** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
  responseUrl: { uses: 5, lifeMs: 30 * 60_000 },

  /** https://docs.slack.dev/reference/block-kit/blocks */
  message: {
    blocks: 50,
    /** Not documented: `msg_blocks_too_long` came at about 13,200, containers counted. https://github.com/slackapi/bolt-js/issues/2509 */
    serialisedBlocks: 13_000,
    /** "For best results": https://docs.slack.dev/reference/methods/chat.postMessage#truncating */
    text: 4_000,
  },

  /** https://docs.slack.dev/reference/block-kit/composition-objects/text-object, section-block, header-block, context-block, actions-block, image-block */
  header: 150,
  sectionText: 3_000,
  contextElements: 10,
  contextText: 2_000,
  actionsElements: 25,
  image: { url: 3_000, alt: 2_000 },
  /** A rich text element has no figure of its own; that of a text object is safe. */
  richText: 3_000,

  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  button: { text: 75, value: 2_000, url: 3_000 },

  /** https://docs.slack.dev/reference/block-kit/composition-objects/option-object and select-menu-element */
  select: { options: 100, text: 75, description: 75, value: 150, placeholder: 150 },

  /** https://docs.slack.dev/reference/views/modal-views, input-block, plain-text-input-element */
  modal: { blocks: 100, title: 24, submit: 24, close: 24, label: 2_000, input: 3_000 },

  /** https://docs.slack.dev/reference/app-manifest; lengths: https://json.schemastore.org/slack-app-manifest.json */
  manifest: { commands: 50, commandDescription: 2_000, usageHint: 1_000 },
} as const;
