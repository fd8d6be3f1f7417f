CREATE TABLE "audit_head" (
	"organisation_id" uuid NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL,
	"hash" text DEFAULT '' NOT NULL,
	"trimmed_position" bigint DEFAULT 0 NOT NULL,
	"trimmed_hash" text DEFAULT '' NOT NULL,
	CONSTRAINT "audit_head_organisation_id_pk" PRIMARY KEY("organisation_id"),
	CONSTRAINT "audit_head_order" CHECK ("audit_head"."trimmed_position" <= "audit_head"."position")
);
--> statement-breakpoint
CREATE TABLE "passkey" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "password_reset" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "recovery_code" (
	"user_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_code_user_id_code_hash_pk" PRIMARY KEY("user_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "sign_in_flow" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"payload" json NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "totp_credential" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"sealed_secret" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_used_step" bigint
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"person_id" uuid,
	"token_hash" text NOT NULL,
	"invited_by_user_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by_user_id" uuid,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitation_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "invitation_token" UNIQUE("organisation_id","token_hash"),
	CONSTRAINT "invitation_one_end" CHECK ("invitation"."accepted_at" is null or "invitation"."revoked_at" is null)
);
--> statement-breakpoint
CREATE TABLE "invitation_grant" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"access_role" text NOT NULL,
	"team_id" uuid,
	"role_id" uuid,
	CONSTRAINT "invitation_grant_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "invitation_grant_once" UNIQUE NULLS NOT DISTINCT("organisation_id","invitation_id","access_role","team_id","role_id"),
	CONSTRAINT "invitation_grant_role_known" CHECK ("invitation_grant"."access_role" in ('administrator', 'head-of-service', 'team-manager', 'moderator', 'team-member', 'analyst')),
	CONSTRAINT "invitation_grant_role_of_moderator" CHECK ("invitation_grant"."role_id" is null or "invitation_grant"."access_role" = 'moderator')
);
--> statement-breakpoint
CREATE TABLE "external_identity" (
	"organisation_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "external_identity_organisation_id_issuer_subject_pk" PRIMARY KEY("organisation_id","issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "identity_provider" (
	"organisation_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"client_id" text NOT NULL,
	"sealed_client_secret" text NOT NULL,
	"label" text NOT NULL,
	"enabled" boolean NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "identity_provider_organisation_id_pk" PRIMARY KEY("organisation_id")
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"to_address" text NOT NULL,
	"to_name" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"sealed_link" text,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"last_error" text,
	CONSTRAINT "mail_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "mail_state_known" CHECK ("mail"."state" in ('waiting', 'sending', 'sent', 'failed', 'unsure'))
);
--> statement-breakpoint
CREATE TABLE "organisation_notice" (
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by_name" text NOT NULL,
	CONSTRAINT "organisation_notice_organisation_id_kind_pk" PRIMARY KEY("organisation_id","kind"),
	CONSTRAINT "organisation_notice_kind_known" CHECK ("organisation_notice"."kind" in ('purpose', 'lawful-basis', 'privacy-notice', 'accessibility-statement'))
);
--> statement-breakpoint
CREATE TABLE "retention_rule" (
	"organisation_id" uuid NOT NULL,
	"record_class" text NOT NULL,
	"keep_days" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "retention_rule_organisation_id_record_class_pk" PRIMARY KEY("organisation_id","record_class"),
	CONSTRAINT "retention_rule_days_in_range" CHECK ("retention_rule"."keep_days" between 1 and 36500)
);
--> statement-breakpoint
ALTER TABLE "access_grant" DROP CONSTRAINT "access_grant_once";--> statement-breakpoint
ALTER TABLE "access_grant" DROP CONSTRAINT "access_grant_role_known";--> statement-breakpoint
ALTER TABLE "app_user" ALTER COLUMN "password_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_event" ALTER COLUMN "detail" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "second_factor_required" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "settings_revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "access_grant" ADD COLUMN "role_id" uuid;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "last_used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "suspended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "last_signed_in_at" timestamp with time zone;--> statement-breakpoint
-- Everybody signs in again: what a session now has to say of itself, the earlier ones do not know.
DELETE FROM "session";--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "last_seen_at" timestamp with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "public_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "source" text NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "user_agent" text NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "method" text NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "second_factor_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "awaits" text;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "bound_organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "position" bigint;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "previous_hash" text;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "hash" text;--> statement-breakpoint
-- Rows that were written before there was a chain are put into it, in their order. What is hashed is
-- what app/domain/access/audit-text.ts writes.
ALTER TABLE "audit_event" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
DO $$
DECLARE
  event record;
  known uuid;
  place bigint;
  before text;
  part text;
  content text;
BEGIN
  FOR event IN SELECT * FROM audit_event ORDER BY organisation_id, sequence LOOP
    IF known IS DISTINCT FROM event.organisation_id THEN
      known := event.organisation_id;
      place := 0;
      before := '';
    END IF;
    place := place + 1;
    content := '';
    FOREACH part IN ARRAY ARRAY[
      before, event.organisation_id::text, place::text, event.id::text,
      to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      coalesce(event.actor_user_id::text, ''), event.actor_name, event.action,
      event.subject_kind, event.subject_id, event.detail::text
    ] LOOP
      content := content || octet_length(convert_to(part, 'UTF8')) || ':' || part || E'\n';
    END LOOP;
    UPDATE audit_event SET position = place, previous_hash = before,
      hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')
    WHERE organisation_id = event.organisation_id AND id = event.id
    RETURNING hash INTO before;
  END LOOP;
END $$;--> statement-breakpoint
INSERT INTO audit_head (organisation_id, position, hash)
SELECT DISTINCT ON (organisation_id) organisation_id, position, hash FROM audit_event ORDER BY organisation_id, position DESC;--> statement-breakpoint
ALTER TABLE "audit_event" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_event" ALTER COLUMN "position" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_event" ALTER COLUMN "previous_hash" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_event" ALTER COLUMN "hash" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_head" ADD CONSTRAINT "audit_head_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "totp_credential" ADD CONSTRAINT "totp_credential_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."person"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_grant" ADD CONSTRAINT "invitation_grant_invitation_fk" FOREIGN KEY ("organisation_id","invitation_id") REFERENCES "public"."invitation"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_grant" ADD CONSTRAINT "invitation_grant_team_fk" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."team"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_grant" ADD CONSTRAINT "invitation_grant_framework_role_fk" FOREIGN KEY ("organisation_id","role_id") REFERENCES "public"."role"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_identity" ADD CONSTRAINT "external_identity_membership_fk" FOREIGN KEY ("organisation_id","user_id") REFERENCES "public"."membership"("organisation_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_provider" ADD CONSTRAINT "identity_provider_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_notice" ADD CONSTRAINT "organisation_notice_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_rule" ADD CONSTRAINT "retention_rule_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passkey_by_user" ON "passkey" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "password_reset_by_user" ON "password_reset" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "invitation_by_email" ON "invitation" USING btree ("organisation_id","email");--> statement-breakpoint
CREATE INDEX "external_identity_by_user" ON "external_identity" USING btree ("organisation_id","user_id");--> statement-breakpoint
CREATE INDEX "mail_by_time" ON "mail" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "mail_due" ON "mail" USING btree ("next_attempt_at") WHERE "mail"."state" in ('waiting', 'sending');--> statement-breakpoint
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_framework_role_fk" FOREIGN KEY ("organisation_id","role_id") REFERENCES "public"."role"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_event_by_subject" ON "audit_event" USING btree ("organisation_id","subject_id");--> statement-breakpoint
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_once" UNIQUE NULLS NOT DISTINCT("organisation_id","user_id","access_role","team_id","role_id");--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_public_id" UNIQUE("public_id");--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_position" UNIQUE("organisation_id","position");--> statement-breakpoint
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_role_of_moderator" CHECK ("access_grant"."role_id" is null or "access_grant"."access_role" = 'moderator');--> statement-breakpoint
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_role_known" CHECK ("access_grant"."access_role" in ('administrator', 'head-of-service', 'team-manager', 'moderator', 'team-member', 'analyst'));--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_method_known" CHECK ("session"."method" in ('password', 'passkey', 'single-sign-on'));--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_awaits_known" CHECK ("session"."awaits" is null or "session"."awaits" = 'second-factor');--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_bound_by_single_sign_on" CHECK (("session"."method" = 'single-sign-on') = ("session"."bound_organisation_id" is not null) and ("session"."bound_organisation_id" is null or "session"."bound_organisation_id" = "session"."organisation_id"));