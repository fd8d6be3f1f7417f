export * from './organisation.ts';
export * from './framework.ts';
export * from './framework-content.ts';
export * from './people.ts';
export * from './assessments.ts';
export * from './planning.ts';
export * from './identity.ts';
export * from './audit.ts';
