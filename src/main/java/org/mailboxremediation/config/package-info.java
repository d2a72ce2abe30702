/** Clock, security and engine settings. */
@NullMarked
package org.mailboxremediation.config;

import org.jspecify.annotations.NullMarked;
