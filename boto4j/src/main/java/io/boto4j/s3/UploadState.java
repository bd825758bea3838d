package io.boto4j.s3;

import io.boto4j.Client;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state of an upload in parts, from which it can be continued. */
final class UploadState extends ResumeState {
  static final String KIND = "upload";

  private static final System.Logger LOG = System.getLogger("io.boto4j.s3");

  /** The parameters of later requests that are kept; none is a secret. */
  private static final Set<String> KEPT =
      Set.of("RequestPayer", "ExpectedBucketOwner", "IfMatch", "IfNoneMatch");

  /** Creates the state of a new upload, or of one that a journal describes. */
  UploadState(
      @Nullable Path journal, Path file, String bucket, String key, Map<String, ?> parameters) {
    super(KIND, KEPT, journal, file, bucket, key, parameters);
  }

  /** Creates the state that a token describes. */
  UploadState(ResumeToken token, Path file, Map<String, ?> parameters) {
    super(KIND, KEPT, token, file, parameters);
  }

  /**
   * Records that the upload has begun.
   *
   * @throws IOException if the journal cannot be written
   */
  void begun(MultipartUpload upload, SourceFile file, long partSize) throws IOException {
    Map<String, @Nullable Object> more = new LinkedHashMap<>();
    more.put("size", file.size());
    more.put("modified", file.modified().toString());
    more.put("uploadId", upload.id());
    more.put("partSize", partSize);
    more.put("dialect", upload.dialect().name());
    more.put("algorithm", upload.algorithm());
    save(more);
  }

  /** Returns the size of the parts of the upload that is continued. */
  long partSize() {
    return number(Objects.requireNonNull(before()), "partSize");
  }

  /**
   * Continues the upload that was begun before, with those of its parts that are in S3 and equal
   * the file.
   *
   * @return false if no upload was begun
   * @throws SourceChangedException if the file was changed since
   * @throws TransferException if S3 does not have the upload any more
   */
  boolean continues(Store store, MultipartUpload upload, SourceFile file, Tracker tracker)
      throws IOException {
    Structure found = before();
    if (found == null || found.text("uploadId") == null) {
      return false;
    }
    // First, so that the upload of a file that was changed is aborted.
    upload.resume(text(found, "uploadId"), Dialect.valueOf(text(found, "dialect")));
    requireUnchanged(found, file);
    try {
      collect(store, upload, file, tracker);
      return true;
    } catch (ServiceException e) {
      if (!e.is("NoSuchUpload")) {
        throw e;
      }
      if (!hasJournal()) {
        throw new TransferException(
            "S3 does not have the paused upload of "
                + file
                + " any more: it was completed or aborted. Upload the file again",
            e);
      }
      LOG.log(
          System.Logger.Level.INFO,
          "S3 does not have the upload of {0} any more: it begins again",
          journal());
      return false;
    }
  }

  private void collect(Store store, MultipartUpload upload, SourceFile file, Tracker tracker)
      throws IOException {
    Client client = store.client();
    long partSize = partSize();
    int count = PartSizes.count(file.size(), partSize);
    Map<String, Object> request = store.extraArgs().of("ListParts", upload.parameters());
    request.putAll(upload.upload());
    for (Structure part : client.items("ListParts", request)) {
      int number = Objects.requireNonNull(part.integer("PartNumber"));
      long from = (number - 1) * partSize;
      long size = Math.min(partSize, file.size() - from);
      Long stored = part.longInteger("Size");
      if (number > count || stored == null || stored != size) {
        continue;
      }
      MultipartUpload.Done done =
          verified(upload, part, new PartBody(file, from, size, store.bodies(), tracker));
      if (done != null) {
        upload.done(number, done);
        tracker.passed(size);
        tracker.partDone();
      }
    }
  }

  /** Returns a part if its bytes are those of the file; else it is sent again. */
  private static MultipartUpload.@Nullable Done verified(
      MultipartUpload upload, Structure part, PartBody body) throws IOException {
    String eTag = part.text("ETag");
    String algorithm = upload.algorithm();
    String stored = algorithm == null ? null : part.text(Protection.member(algorithm));
    if (algorithm != null) {
      String checksum = body.checksum(algorithm);
      boolean same = stored == null ? isMd5(eTag, body) : stored.equals(checksum);
      return same ? new MultipartUpload.Done(body.contentLength(), eTag, checksum) : null;
    }
    return isMd5(eTag, body) ? new MultipartUpload.Done(body.contentLength(), eTag, null) : null;
  }

  private static boolean isMd5(@Nullable String eTag, PartBody body) throws IOException {
    return eTag != null && ETags.isMd5(ETags.bare(eTag)) && ETags.bare(eTag).equals(body.md5Hex());
  }
}
