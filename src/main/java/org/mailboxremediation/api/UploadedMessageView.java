package org.mailboxremediation.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The message that was given.
 *
 * @param origin where it came from; its members stand beside the other
 * @param upload what ClamAV said of it
 */
record UploadedMessageView(@JsonUnwrapped OriginView origin, UploadView upload) {}
