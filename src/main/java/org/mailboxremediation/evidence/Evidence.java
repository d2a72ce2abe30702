package org.mailboxremediation.evidence;

import java.time.Instant;

/**
 * A piece of evidence as it is kept, without its content.
 *
 * @param id the content's SHA-256 in lower-case hexadecimal
 * @param incidentId the case it belongs to
 * @param mediaType as it was given, for example {@code message/rfc822}
 * @param size in bytes
 * @param addedBy the user
 * @param addedAt when it was first added to the case
 */
public record Evidence(String id, String incidentId, String mediaType, long size, String addedBy, Instant addedAt) {}
