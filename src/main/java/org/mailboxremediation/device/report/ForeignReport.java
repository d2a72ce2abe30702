package org.mailboxremediation.device.report;

/** The report is another device's, or its nonce is. Nothing of it is taken. */
public final class ForeignReport extends RuntimeException {

    ForeignReport() {
        super("is the report of another device", null, false, false);
    }
}
