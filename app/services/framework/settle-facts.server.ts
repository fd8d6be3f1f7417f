export { settleFacts } from '#app/domain/framework/settle-facts.ts';
