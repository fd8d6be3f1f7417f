ALTER TABLE "dispute" DROP CONSTRAINT "dispute_assessment_fk";
--> statement-breakpoint
ALTER TABLE "moderation_decision" DROP CONSTRAINT "moderation_decision_dispute_fk";
--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_assessment_fk" FOREIGN KEY ("organisation_id","assessment_id") REFERENCES "public"."assessment"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_decision" ADD CONSTRAINT "moderation_decision_dispute_fk" FOREIGN KEY ("organisation_id","dispute_id") REFERENCES "public"."dispute"("organisation_id","id") ON DELETE cascade ON UPDATE no action;