/** Databases for tests: one of a test's own on either engine that the product supports. */
@NullMarked
package org.mailboxremediation.database;

import org.jspecify.annotations.NullMarked;
