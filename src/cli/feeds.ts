// `verbatim feeds`: the podcasts whose new episodes come by themselves.

import { Command } from 'commander';
import { addCommand } from './feeds/add.ts';
import { exportCommand } from './feeds/export.ts';
import { listCommand } from './feeds/list.ts';
import { refreshCommand } from './feeds/refresh.ts';
import { removeCommand } from './feeds/remove.ts';

export function feedsCommand(): Command {
  return new Command('feeds')
    .description('follows podcasts by their feeds: add, list, remove, refresh, export')
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(removeCommand())
    .addCommand(refreshCommand())
    .addCommand(exportCommand());
}
