/** Devices, their scans, and what each scan is worth. */
@NullMarked
package org.mailboxremediation.device;

import org.jspecify.annotations.NullMarked;
