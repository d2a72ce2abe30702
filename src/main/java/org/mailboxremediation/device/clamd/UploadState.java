package org.mailboxremediation.device.clamd;

/** What the daemon says of an uploaded file. */
public enum UploadState {
    /** Looked at whole, and nothing was found. */
    CLEAN,
    /** It carries something. */
    FOUND,
    /** It was not looked at whole: the limits did not allow it, or it is encrypted. */
    INCOMPLETE,
    /** The daemon could not be asked, or did not say. */
    NOT_SCANNED,
    /** No daemon is configured. */
    NOT_CONFIGURED
}
