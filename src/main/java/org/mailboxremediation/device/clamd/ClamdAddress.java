package org.mailboxremediation.device.clamd;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;

/** Where the daemon listens: {@code unix:/run/clamav/clamd.ctl} or {@code tcp://127.0.0.1:3310}. */
final class ClamdAddress {

    private static final String WRONG =
            "remediation.scan.clamd.address must be like unix:/run/clamav/clamd.ctl or tcp://127.0.0.1:3310";

    private final URI address;

    private ClamdAddress(URI address) {
        this.address = address;
    }

    /** Reads it: IllegalArgumentException, which names the property, if it is none. */
    static ClamdAddress parse(String text) {
        try {
            URI address = URI.create(text.strip());
            boolean unix = "unix".equals(address.getScheme()) && isAbsolute(address.getPath());
            boolean tcp = "tcp".equals(address.getScheme()) && address.getHost() != null && address.getPort() > 0;
            if (unix || tcp) {
                return new ClamdAddress(address);
            }
        } catch (IllegalArgumentException noUri) {
            throw new IllegalArgumentException(WRONG, noUri);
        }
        throw new IllegalArgumentException(WRONG);
    }

    /** A host's name is looked up anew, so that a daemon that moved is found. */
    SocketAddress resolve() throws ClamdUnavailable {
        if ("unix".equals(address.getScheme())) {
            return UnixDomainSocketAddress.of(Path.of(address.getPath()));
        }
        InetSocketAddress where = new InetSocketAddress(address.getHost(), address.getPort());
        if (where.isUnresolved()) {
            throw new ClamdUnavailable("The host of clamd is not known.");
        }
        return where;
    }

    private static boolean isAbsolute(String path) {
        return path != null && path.startsWith("/") && path.length() > 1;
    }
}
