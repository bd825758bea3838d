package io.boto4j.s3;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A multipart upload that was begun and neither completed nor aborted. Its parts occupy storage.
 *
 * @param bucket the bucket
 * @param key the key of the object that it would become
 * @param uploadId the id of the upload
 * @param initiated when it was begun; null if the store does not tell
 */
public record UnfinishedUpload(
    String bucket, String key, String uploadId, @Nullable Instant initiated) {}
