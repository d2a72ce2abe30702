package org.mailboxremediation.casefile;

import java.util.Objects;

/**
 * A member as the manifest of its case file lists it.
 *
 * @param name its name in the archive
 * @param size in bytes
 * @param sha256 of its content, in lower-case hexadecimal
 */
record CaseFileMember(String name, long size, String sha256) {

    CaseFileMember {
        Objects.requireNonNull(name);
        Objects.requireNonNull(sha256);
    }
}
