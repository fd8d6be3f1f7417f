ALTER TABLE "skill_content" ADD COLUMN "no_description" text;--> statement-breakpoint
ALTER TABLE "skill_content" ADD COLUMN "required_by" text;--> statement-breakpoint
ALTER TABLE "skill_level" ADD COLUMN "written_as" text;