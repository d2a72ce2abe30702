package org.mailboxremediation.device;

import java.time.Instant;

/**
 * What a person says was done to a device.
 *
 * @param at when it was recorded, by our clock
 * @param position orders the scans and dispositions of a case
 */
public record Disposition(DispositionKind kind, String reason, String actor, Instant at, long position) {}
