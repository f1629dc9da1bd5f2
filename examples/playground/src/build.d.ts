/** Whether the build put the rule pages beside the page. */
declare const RULE_PAGES: boolean;
