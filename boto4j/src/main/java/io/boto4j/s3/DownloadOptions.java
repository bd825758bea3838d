package io.boto4j.s3;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Options of one download. Mutable while they are being set. */
public final class DownloadOptions {
  private final ExtraArgs.Allowed allowed;
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private @Nullable Path journal;
  private boolean keepsExisting;
  private boolean keepsTime;

  DownloadOptions(ExtraArgs args) {
    this.allowed = args.download();
  }

  /**
   * Sets a parameter of the requests, such as {@code VersionId}, {@code IfMatch}, {@code
   * RequestPayer} or {@code SSECustomerKey}: boto3's {@code ExtraArgs}.
   *
   * @param name the name of a parameter of {@code GetObject}
   * @param value the value; null leaves the parameter out
   * @return this
   * @throws IllegalArgumentException if the parameter does not apply to downloads
   */
  public DownloadOptions set(String name, @Nullable Object value) {
    allowed.put(parameters, name, value);
    return this;
  }

  /**
   * Sets several parameters of the requests.
   *
   * @param more values by the names of parameters
   * @return this
   * @throws IllegalArgumentException if a parameter does not apply to downloads
   */
  public DownloadOptions set(Map<String, ?> more) {
    more.forEach(this::set);
    return this;
  }

  /**
   * Sets a file that records the state of a download to a file. If the process ends before the
   * download, the same download with the same journal continues where it stopped, provided that the
   * object has not changed. The journal is deleted when the download has ended.
   *
   * @param file the path of the journal; its directory must exist
   * @return this
   */
  public DownloadOptions journal(Path file) {
    journal = Objects.requireNonNull(file, "file");
    return this;
  }

  /**
   * Makes the download fail if the target exists, instead of replacing it.
   *
   * @return this
   */
  public DownloadOptions failIfExists() {
    keepsExisting = true;
    return this;
  }

  /**
   * Sets the time of the file's last modification to that of the object, like {@code aws s3}.
   *
   * @return this
   */
  public DownloadOptions keepTime() {
    keepsTime = true;
    return this;
  }

  Map<String, Object> parameters() {
    return Collections.unmodifiableMap(parameters);
  }

  @Nullable Path journal() {
    return journal;
  }

  boolean keepsExisting() {
    return keepsExisting;
  }

  boolean keepsTime() {
    return keepsTime;
  }
}
