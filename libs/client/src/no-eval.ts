import { z } from 'zod';

// The pages' content security policy forbids to make code from text, which zod would try for speed. Imported first.
z.config({ jitless: true });
