package org.mailboxremediation.device;

/** What sort of device it is. */
public enum DeviceKind {
    LAPTOP,
    DESKTOP,
    PHONE,
    TABLET,
    SERVER,
    OTHER
}
