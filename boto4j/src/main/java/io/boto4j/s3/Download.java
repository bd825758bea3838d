package io.boto4j.s3;

import io.boto4j.Response;
import io.boto4j.error.FlexibleChecksumException;
import io.boto4j.error.ServiceException;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The download of an object. The first request is for the whole object: if it is small, that is
 * all; else the connection is dropped after the first part, and the others are requested side by
 * side, on condition that the object has not changed.
 *
 * @param <R> the type of the result
 */
final class Download<R> extends Job<R> {
  private static final int RANGE_NOT_SATISFIABLE = 416;

  /** The algorithm that proves ranges after a pause if the object has no checksum of its own. */
  private static final String CHEAPEST = "CRC32";

  private final Store store;
  private final Buffers buffers;
  private final String bucket;
  private final String key;
  private final Target target;
  private final ObjectReader reader;

  /** One object, because the buffers keep it in a set. */
  private final Runnable wake = this::wake;

  private final Function<TransferResult, R> result;

  /** The state for a journal or token; null if the target is not a file. */
  private final @Nullable DownloadState state;

  /** The response whose body begins with the first byte, until the first part is read. */
  private @Nullable Response opened;

  private @Nullable Response response;
  private DownloadState.@Nullable Known known;
  private List<long[]> gaps = List.of();
  private long partSize;
  private int gap;
  private long cursor;
  private long parts;

  /** Of an ordered target, the parts that wait for an earlier one, by position. */
  private final TreeMap<Long, byte[]> early = new TreeMap<>();

  /** Of an ordered target, the position of the next byte to write. */
  private long written;

  private boolean writing;
  private int held;

  Download(
      Shared shared,
      String description,
      String bucket,
      String key,
      DownloadOptions options,
      Target target,
      @Nullable DownloadState state,
      Function<TransferResult, R> result) {
    super(shared.workers(), shared.notifier(), description);
    this.store = shared.store();
    this.buffers = shared.buffers();
    this.bucket = bucket;
    this.key = key;
    this.target = target;
    this.state = state;
    this.result = result;
    this.reader = new ObjectReader(store, bucket, key, options.parameters(), tracker());
  }

  @Override
  public boolean isSmall() {
    // Not known before the first response; what is large has its parts taken in turn anyway.
    return known == null;
  }

  @Override
  @Nullable R begin() throws IOException {
    DownloadState.Known continued =
        state != null && target instanceof FileTarget file ? state.continued(file) : null;
    if (continued != null) {
      continueWith(continued);
      return null;
    }
    Response first = reader.get();
    response = first;
    long size = Objects.requireNonNullElse(first.longInteger("ContentLength"), -1L);
    tracker().total(size);
    if (size < store.config().multipartThreshold()) {
      return whole(first, size);
    }
    target.prepare(size);
    opened = first;
    String algorithm = wholeAlgorithm(first);
    known =
        new DownloadState.Known(
            size,
            reader.eTag(),
            first.instant("LastModified"),
            algorithm == null ? null : first.text(Protection.member(algorithm)),
            new DoneRanges(algorithm == null ? CHEAPEST : algorithm));
    plan(known.done().gaps(size), size);
    save();
    return null;
  }

  private void plan(List<long[]> missing, long size) {
    long chunk = store.config().multipartChunksize();
    partSize = target.isOrdered() ? buffers.share(chunk) : chunk;
    gaps = missing;
    cursor = missing.isEmpty() ? size : missing.get(0)[0];
    parts = 0;
    for (long[] each : missing) {
      parts += (each[1] - each[0] + partSize - 1) / partSize;
    }
    tracker().parts(parts);
  }

  private void continueWith(DownloadState.Known continued) throws IOException {
    FileTarget file = (FileTarget) target;
    tracker().total(continued.size());
    if (continued.eTag() != null) {
      reader.expect(continued.eTag());
    }
    target.prepare(continued.size());
    DoneRanges proven = new DoneRanges(continued.done().algorithm());
    long size = 0;
    for (DoneRanges.Range range : continued.done().all()) {
      if (isIntact(file, range, proven.algorithm())) {
        proven.add(range);
        size += range.end() - range.start();
      }
    }
    tracker().passed(size);
    known =
        new DownloadState.Known(
            continued.size(), continued.eTag(), continued.modified(), continued.checksum(), proven);
    plan(proven.gaps(continued.size()), continued.size());
    if (gaps.isEmpty()) {
      response = reader.head();
      if (!Objects.equals(response.text("ETag"), continued.eTag())) {
        throw reader.changed(null);
      }
    }
  }

  /** Whether a range of the temporary file has the bytes that were written to it. */
  private boolean isIntact(FileTarget file, DoneRanges.Range range, String algorithm)
      throws IOException {
    long size = range.end() - range.start();
    PartBody written = new PartBody(file.written(), range.start(), size, store.bodies(), tracker());
    try {
      return written.checksum(algorithm).equals(range.checksum());
    } catch (EOFException e) {
      return false;
    }
  }

  /** Reads an object in one piece. */
  private R whole(Response first, long size) throws IOException {
    tracker().parts(1);
    target.prepare(size);
    long read;
    if (target.isOrdered() && size >= 0) {
      // Kept until the end, so that it can be read again from the start after a failure.
      byte[] bytes = new byte[(int) size];
      read =
          reader.readAll(
              first,
              true,
              (at, from, length) -> System.arraycopy(from, 0, bytes, (int) at, length));
      target.write(0, bytes, 0, bytes.length);
    } else {
      read =
          reader.readAll(
              first, !target.isOrdered(), (at, from, length) -> target.write(at, from, 0, length));
    }
    tracker().total(read);
    tracker().partDone();
    return complete(first, read, first.instant("LastModified"), 1);
  }

  private R complete(Response of, long size, @Nullable Instant modified, long count)
      throws IOException {
    target.complete(modified);
    if (state != null) {
      state.remove();
    }
    return result.apply(
        new TransferResult(bucket, key, size, of.text("ETag"), of.text("VersionId"), count, of));
  }

  /**
   * Returns the algorithm of the checksum of the whole object, if it can be calculated from parts.
   */
  private static @Nullable String wholeAlgorithm(Response first) {
    if ("COMPOSITE".equals(first.text("ChecksumType"))) {
      return null;
    }
    for (String algorithm : List.of("CRC64NVME", "CRC32C", "CRC32")) {
      String value = first.text(Protection.member(algorithm));
      if (value != null && value.indexOf('-') < 0) {
        return algorithm;
      }
    }
    return null;
  }

  @Override
  @Nullable Part nextPart() {
    if (gap >= gaps.size()) {
      return null;
    }
    long from = cursor;
    long end = Math.min(from + partSize, gaps.get(gap)[1]);
    if (target.isOrdered()) {
      if (!buffers.tryAcquire(partSize, held == 0, wake)) {
        return null;
      }
      held++;
    }
    cursor = end;
    if (end == gaps.get(gap)[1]) {
      gap++;
      cursor = gap < gaps.size() ? gaps.get(gap)[0] : end;
    }
    return () -> read(from, end);
  }

  @Override
  boolean handedOutAll() {
    return gap >= gaps.size();
  }

  private void read(long from, long end) throws IOException {
    Response first = from == 0 ? opened : null;
    if (first != null) {
      opened = null;
    }
    DownloadState.Known object = Objects.requireNonNull(known);
    boolean hashes = state != null || object.checksum() != null;
    String algorithm = hashes ? object.done().algorithm() : null;
    String checksum;
    if (target.isOrdered()) {
      byte[] bytes = new byte[(int) (end - from)];
      checksum =
          reader.read(
              from,
              end,
              first,
              algorithm,
              (at, source, length) ->
                  System.arraycopy(source, 0, bytes, (int) (at - from), length));
      writeInOrder(from, bytes);
    } else {
      checksum =
          reader.read(
              from,
              end,
              first,
              algorithm,
              (at, source, length) -> target.write(at, source, 0, length));
    }
    if (checksum != null) {
      object.done().add(new DoneRanges.Range(from, end, checksum));
      save();
    }
    tracker().partDone();
  }

  /** Writes a part, or leaves it to the thread that writes the one before. */
  private void writeInOrder(long from, byte[] bytes) throws IOException {
    locked(() -> early.put(from, bytes));
    for (byte[] next = takeNext(); next != null; next = takeNext()) {
      target.write(written, next, 0, next.length);
      long length = next.length;
      locked(
          () -> {
            written += length;
            writing = false;
            held--;
          });
      buffers.release(partSize);
    }
  }

  private byte @Nullable [] takeNext() {
    byte[][] taken = new byte[1][];
    locked(
        () -> {
          if (!writing) {
            taken[0] = early.remove(written);
            writing = taken[0] != null;
          }
        });
    return taken[0];
  }

  private void save() throws IOException {
    if (state != null && state.hasJournal() && target instanceof FileTarget file) {
      state.save(file, Objects.requireNonNull(known));
    }
  }

  @Override
  R finish() throws IOException {
    DownloadState.Known object = Objects.requireNonNull(known);
    String expected = object.checksum();
    String whole = object.done().whole(object.size());
    if (expected != null && !expected.equals(whole)) {
      throw new FlexibleChecksumException(
          "The checksum of "
              + Store.uri(bucket, key)
              + " is "
              + object.done().algorithm()
              + " "
              + expected
              + ", but what was downloaded has "
              + whole);
    }
    // A download that is continued begins with a range.
    Response of = Objects.requireNonNull(response == null ? reader.ranged() : response);
    return complete(of, object.size(), object.modified(), Math.max(1, parts));
  }

  /** An object that was replaced may be shorter than the range that is requested. */
  @Override
  Throwable refine(Throwable cause) {
    boolean beyond = cause instanceof ServiceException e && e.statusCode() == RANGE_NOT_SATISFIABLE;
    return beyond && known != null ? reader.changed(cause) : cause;
  }

  @Override
  void undo(Throwable cause) throws IOException {
    boolean resumable =
        state != null
            && state.hasJournal()
            && known != null
            && !(cause instanceof TransferException)
            && !(cause instanceof FlexibleChecksumException);
    if (resumable) {
      save();
    } else {
      target.discard();
      if (state != null) {
        state.remove();
      }
    }
  }

  @Override
  boolean isPausable() {
    return state != null;
  }

  @Override
  ResumeToken keep() throws IOException {
    DownloadState kept = Objects.requireNonNull(state);
    if (known == null) {
      target.discard();
    } else {
      kept.save((FileTarget) target, known);
    }
    return kept.token();
  }

  @Override
  void release() throws IOException {
    Response unread = opened;
    if (unread != null) {
      Objects.requireNonNull(unread.body("Body")).close();
    }
    for (; held > 0; held--) {
      buffers.release(partSize);
    }
    target.close();
  }
}
