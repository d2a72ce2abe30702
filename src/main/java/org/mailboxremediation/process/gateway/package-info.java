/** One bean for each question a gateway asks; all read stored facts, never process variables. */
@NullMarked
package org.mailboxremediation.process.gateway;

import org.jspecify.annotations.NullMarked;
