/** Seeded random walks of whole cases over the real models, on an engine in memory. */
@NullMarked
package org.mailboxremediation.process.walk;

import org.jspecify.annotations.NullMarked;
