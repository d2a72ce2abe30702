package org.mailboxremediation.outbox;

import java.time.Instant;

/**
 * What a command that is not settled yet has to expect.
 *
 * @param position its place among those that wait for the same target and are served before it, from 1
 * @param expectedAt when it may settle, by what waits before it, the provider's budget and how long attempts took of late;
 *     whole seconds
 */
public record Forecast(int position, Instant expectedAt) {}
