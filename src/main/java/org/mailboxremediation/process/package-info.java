/** Drives the engine: delegates, task input, deployment, signalling. */
@NullMarked
package org.mailboxremediation.process;

import org.jspecify.annotations.NullMarked;
