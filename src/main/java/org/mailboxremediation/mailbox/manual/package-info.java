/** The provider where there is no API: a person does each step in the Control Panel and attests it. */
@NullMarked
package org.mailboxremediation.mailbox.manual;

import org.jspecify.annotations.NullMarked;
