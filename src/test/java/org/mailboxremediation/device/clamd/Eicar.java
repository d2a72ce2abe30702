package org.mailboxremediation.device.clamd;

import java.nio.charset.StandardCharsets;

/** The scanners' test file. Put together when the test runs, so that no scanner takes our own files for it. */
public final class Eicar {

    /** 68 characters of ASCII. */
    public static final String TEXT =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!" + "$H+H*";

    private Eicar() {}

    /** The file's content. */
    public static byte[] bytes() {
        return TEXT.getBytes(StandardCharsets.US_ASCII);
    }
}
