/** Lessons from the case's own symptoms and risk factors. */
@NullMarked
package org.mailboxremediation.education;

import org.jspecify.annotations.NullMarked;
