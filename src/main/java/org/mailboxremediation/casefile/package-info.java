/** What is given away of a case: a file that proves itself, and its offline verification. */
@NullMarked
package org.mailboxremediation.casefile;

import org.jspecify.annotations.NullMarked;
