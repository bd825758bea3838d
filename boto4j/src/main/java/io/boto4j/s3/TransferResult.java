package io.boto4j.s3;

import io.boto4j.Structure;
import org.jspecify.annotations.Nullable;

/**
 * The result of an upload, download or copy.
 *
 * @param bucket the bucket of the object
 * @param key the key of the object
 * @param size the size of the object in bytes
 * @param eTag the entity tag of the object, in double quotes as S3 sends it; null if the store
 *     sends none
 * @param versionId the version of the object; null if the bucket has no versions
 * @param parts the number of parts in which the object was transferred, 1 if in one request
 * @param response the response that completed the transfer: of {@code PutObject}, {@code
 *     CompleteMultipartUpload} or {@code CopyObject}; of a download, that of the first {@code
 *     GetObject}, whose body is read
 */
public record TransferResult(
    String bucket,
    String key,
    long size,
    @Nullable String eTag,
    @Nullable String versionId,
    long parts,
    Structure response) {}
