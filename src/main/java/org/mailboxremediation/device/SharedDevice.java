package org.mailboxremediation.device;

/**
 * A device as it stands in one of several cases.
 *
 * @param deviceId its id in that case
 */
public record SharedDevice(String deviceId, String incidentId) {}
