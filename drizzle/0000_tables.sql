CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"review_period_days" integer DEFAULT 365 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organisation_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "framework" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "framework_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "framework_organisation_id_key_unique" UNIQUE("organisation_id","key")
);
--> statement-breakpoint
CREATE TABLE "framework_adoption" (
	"organisation_id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"adopted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "framework_adoption_organisation_id_framework_id_pk" PRIMARY KEY("organisation_id","framework_id")
);
--> statement-breakpoint
CREATE TABLE "framework_version" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"label" text NOT NULL,
	"fingerprint" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "framework_version_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "framework_version_organisation_id_framework_id_label_unique" UNIQUE("organisation_id","framework_id","label")
);
--> statement-breakpoint
CREATE TABLE "role" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "role_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "role_organisation_id_framework_id_key_unique" UNIQUE("organisation_id","framework_id","key")
);
--> statement-breakpoint
CREATE TABLE "role_family" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "role_family_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "role_family_organisation_id_framework_id_key_unique" UNIQUE("organisation_id","framework_id","key")
);
--> statement-breakpoint
CREATE TABLE "role_level" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"role_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "role_level_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "role_level_organisation_id_role_id_key_unique" UNIQUE("organisation_id","role_id","key")
);
--> statement-breakpoint
CREATE TABLE "skill" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "skill_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "skill_organisation_id_framework_id_key_unique" UNIQUE("organisation_id","framework_id","key"),
	CONSTRAINT "skill_name_not_empty" CHECK ("skill"."name" <> '')
);
--> statement-breakpoint
CREATE TABLE "expectation" (
	"organisation_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"role_level_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"expected_level" smallint NOT NULL,
	CONSTRAINT "expectation_organisation_id_version_id_role_level_id_skill_id_pk" PRIMARY KEY("organisation_id","version_id","role_level_id","skill_id")
);
--> statement-breakpoint
CREATE TABLE "role_content" (
	"organisation_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"role_id" uuid NOT NULL,
	"family_id" uuid,
	"name" text NOT NULL,
	"description" text,
	CONSTRAINT "role_content_organisation_id_version_id_role_id_pk" PRIMARY KEY("organisation_id","version_id","role_id")
);
--> statement-breakpoint
CREATE TABLE "role_level_content" (
	"organisation_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"role_level_id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"seniority" smallint NOT NULL,
	"seniority_stated" boolean NOT NULL,
	"grades" text[],
	CONSTRAINT "role_level_content_organisation_id_version_id_role_level_id_pk" PRIMARY KEY("organisation_id","version_id","role_level_id")
);
--> statement-breakpoint
CREATE TABLE "scale_step" (
	"organisation_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "scale_step_organisation_id_version_id_ordinal_pk" PRIMARY KEY("organisation_id","version_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "skill_content" (
	"organisation_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text,
	CONSTRAINT "skill_content_organisation_id_version_id_skill_id_pk" PRIMARY KEY("organisation_id","version_id","skill_id")
);
--> statement-breakpoint
CREATE TABLE "skill_level" (
	"organisation_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"defined" boolean NOT NULL,
	"statements" text[] NOT NULL,
	"wording_source" text,
	"wording_date" date,
	CONSTRAINT "skill_level_organisation_id_version_id_skill_id_ordinal_pk" PRIMARY KEY("organisation_id","version_id","skill_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"grade" text,
	"starts_on" date NOT NULL,
	"leaves_on" date,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "person_email" UNIQUE("organisation_id","email"),
	CONSTRAINT "person_leaves_after_start" CHECK ("person"."leaves_on" is null or "person"."leaves_on" >= "person"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "placement" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"role_level_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "placement_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "placement_ends_after_start" CHECK ("placement"."ends_on" is null or "placement"."ends_on" >= "placement"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "team" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"parent_id" uuid,
	"name" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "team_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "team_name_among_siblings" UNIQUE NULLS NOT DISTINCT("organisation_id","parent_id","name"),
	CONSTRAINT "team_not_its_own_parent" CHECK ("team"."parent_id" <> "team"."id")
);
--> statement-breakpoint
CREATE TABLE "assessment" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "assessment_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"framework_version_id" uuid NOT NULL,
	"source" smallint NOT NULL,
	"level" smallint,
	"note" text,
	"assessor_user_id" uuid,
	"assessor_name" text NOT NULL,
	"assessed_on" date NOT NULL,
	"cycle_id" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assessment_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "assessment_source_known" CHECK ("assessment"."source" between 1 and 3),
	CONSTRAINT "assessment_level_in_range" CHECK ("assessment"."level" is null or "assessment"."level" between 0 and 9)
);
--> statement-breakpoint
CREATE TABLE "current_assessment" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"team_id" uuid,
	"role_level_id" uuid,
	"expected_level" smallint,
	"self_level" smallint,
	"self_on" date,
	"manager_level" smallint,
	"manager_on" date,
	"agreed_level" smallint,
	"agreed_on" date,
	"revision" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "current_assessment_organisation_id_person_id_skill_id_pk" PRIMARY KEY("organisation_id","person_id","skill_id")
);
--> statement-breakpoint
CREATE TABLE "cycle" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	CONSTRAINT "cycle_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "cycle_organisation_id_name_unique" UNIQUE("organisation_id","name"),
	CONSTRAINT "cycle_closes_after_opening" CHECK ("cycle"."closes_on" >= "cycle"."opens_on")
);
--> statement-breakpoint
CREATE TABLE "team_skill_summary" (
	"organisation_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"expected" integer NOT NULL,
	"assessed" integer NOT NULL,
	"met" integer NOT NULL,
	"at_level" integer[] NOT NULL,
	"oldest_agreed_on" date,
	"valid_until" date,
	CONSTRAINT "team_skill_summary_organisation_id_team_id_skill_id_pk" PRIMARY KEY("organisation_id","team_id","skill_id")
);
--> statement-breakpoint
CREATE TABLE "coverage_rule" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"minimum_level" smallint NOT NULL,
	"minimum_people" smallint NOT NULL,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "coverage_rule_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "coverage_rule_once" UNIQUE("organisation_id","team_id","skill_id","minimum_level"),
	CONSTRAINT "coverage_rule_level_in_range" CHECK ("coverage_rule"."minimum_level" between 1 and 9),
	CONSTRAINT "coverage_rule_people_in_range" CHECK ("coverage_rule"."minimum_people" between 1 and 999)
);
--> statement-breakpoint
CREATE TABLE "access_grant" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"access_role" text NOT NULL,
	"team_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "access_grant_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "access_grant_once" UNIQUE NULLS NOT DISTINCT("organisation_id","user_id","access_role","team_id"),
	CONSTRAINT "access_grant_role_known" CHECK ("access_grant"."access_role" in ('administrator', 'head-of-service', 'team-manager', 'team-member', 'analyst'))
);
--> statement-breakpoint
CREATE TABLE "api_key" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key_hash" text NOT NULL,
	"access" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_key_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "api_key_hash" UNIQUE("organisation_id","key_hash"),
	CONSTRAINT "api_key_access_known" CHECK ("api_key"."access" in ('read', 'write'))
);
--> statement-breakpoint
CREATE TABLE "app_user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "app_user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "first_run_token" (
	"id" smallint PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "first_run_token_single" CHECK ("first_run_token"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"organisation_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"person_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "membership_organisation_id_user_id_pk" PRIMARY KEY("organisation_id","user_id"),
	CONSTRAINT "membership_person" UNIQUE("organisation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "audit_event_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor_user_id" uuid,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"detail" jsonb NOT NULL,
	CONSTRAINT "audit_event_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "framework" ADD CONSTRAINT "framework_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_adoption" ADD CONSTRAINT "framework_adoption_framework_fk" FOREIGN KEY ("organisation_id","framework_id") REFERENCES "public"."framework"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_adoption" ADD CONSTRAINT "framework_adoption_version_fk" FOREIGN KEY ("organisation_id","version_id") REFERENCES "public"."framework_version"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_version" ADD CONSTRAINT "framework_version_framework_fk" FOREIGN KEY ("organisation_id","framework_id") REFERENCES "public"."framework"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role" ADD CONSTRAINT "role_framework_fk" FOREIGN KEY ("organisation_id","framework_id") REFERENCES "public"."framework"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_family" ADD CONSTRAINT "role_family_framework_fk" FOREIGN KEY ("organisation_id","framework_id") REFERENCES "public"."framework"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_level" ADD CONSTRAINT "role_level_role_fk" FOREIGN KEY ("organisation_id","role_id") REFERENCES "public"."role"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill" ADD CONSTRAINT "skill_framework_fk" FOREIGN KEY ("organisation_id","framework_id") REFERENCES "public"."framework"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expectation" ADD CONSTRAINT "expectation_role_level_fk" FOREIGN KEY ("organisation_id","version_id","role_level_id") REFERENCES "public"."role_level_content"("organisation_id","version_id","role_level_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expectation" ADD CONSTRAINT "expectation_skill_fk" FOREIGN KEY ("organisation_id","version_id","skill_id") REFERENCES "public"."skill_content"("organisation_id","version_id","skill_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_content" ADD CONSTRAINT "role_content_version_fk" FOREIGN KEY ("organisation_id","version_id") REFERENCES "public"."framework_version"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_content" ADD CONSTRAINT "role_content_role_fk" FOREIGN KEY ("organisation_id","role_id") REFERENCES "public"."role"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_content" ADD CONSTRAINT "role_content_family_fk" FOREIGN KEY ("organisation_id","family_id") REFERENCES "public"."role_family"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_level_content" ADD CONSTRAINT "role_level_content_version_fk" FOREIGN KEY ("organisation_id","version_id") REFERENCES "public"."framework_version"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_level_content" ADD CONSTRAINT "role_level_content_role_level_fk" FOREIGN KEY ("organisation_id","role_level_id") REFERENCES "public"."role_level"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scale_step" ADD CONSTRAINT "scale_step_version_fk" FOREIGN KEY ("organisation_id","version_id") REFERENCES "public"."framework_version"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_content" ADD CONSTRAINT "skill_content_version_fk" FOREIGN KEY ("organisation_id","version_id") REFERENCES "public"."framework_version"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_content" ADD CONSTRAINT "skill_content_skill_fk" FOREIGN KEY ("organisation_id","skill_id") REFERENCES "public"."skill"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_level" ADD CONSTRAINT "skill_level_skill_content_fk" FOREIGN KEY ("organisation_id","version_id","skill_id") REFERENCES "public"."skill_content"("organisation_id","version_id","skill_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_person_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."person"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_team_fk" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."team"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_role_level_fk" FOREIGN KEY ("organisation_id","role_level_id") REFERENCES "public"."role_level"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team" ADD CONSTRAINT "team_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team" ADD CONSTRAINT "team_parent_fk" FOREIGN KEY ("organisation_id","parent_id") REFERENCES "public"."team"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_person_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."person"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_skill_fk" FOREIGN KEY ("organisation_id","skill_id") REFERENCES "public"."skill"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_version_fk" FOREIGN KEY ("organisation_id","framework_version_id") REFERENCES "public"."framework_version"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_cycle_fk" FOREIGN KEY ("organisation_id","cycle_id") REFERENCES "public"."cycle"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "current_assessment" ADD CONSTRAINT "current_assessment_person_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."person"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "current_assessment" ADD CONSTRAINT "current_assessment_skill_fk" FOREIGN KEY ("organisation_id","skill_id") REFERENCES "public"."skill"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "current_assessment" ADD CONSTRAINT "current_assessment_team_fk" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."team"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "current_assessment" ADD CONSTRAINT "current_assessment_role_level_fk" FOREIGN KEY ("organisation_id","role_level_id") REFERENCES "public"."role_level"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_skill_summary" ADD CONSTRAINT "team_skill_summary_team_fk" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."team"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_skill_summary" ADD CONSTRAINT "team_skill_summary_skill_fk" FOREIGN KEY ("organisation_id","skill_id") REFERENCES "public"."skill"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_rule" ADD CONSTRAINT "coverage_rule_team_fk" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."team"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_rule" ADD CONSTRAINT "coverage_rule_skill_fk" FOREIGN KEY ("organisation_id","skill_id") REFERENCES "public"."skill"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_membership_fk" FOREIGN KEY ("organisation_id","user_id") REFERENCES "public"."membership"("organisation_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_team_fk" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."team"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."person"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "skill_by_framework" ON "skill" USING btree ("organisation_id","framework_id");--> statement-breakpoint
CREATE INDEX "expectation_by_skill" ON "expectation" USING btree ("organisation_id","version_id","skill_id");--> statement-breakpoint
CREATE UNIQUE INDEX "placement_one_open_per_person" ON "placement" USING btree ("organisation_id","person_id") WHERE "placement"."ends_on" is null;--> statement-breakpoint
CREATE INDEX "placement_by_team" ON "placement" USING btree ("organisation_id","team_id");--> statement-breakpoint
CREATE INDEX "assessment_by_person" ON "assessment" USING btree ("organisation_id","person_id","skill_id","source","assessed_on");--> statement-breakpoint
CREATE INDEX "membership_by_user" ON "membership" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_by_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "audit_event_by_time" ON "audit_event" USING btree ("organisation_id","at");