package io.boto4j.s3;

import io.boto4j.Client;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Options of the transfer of a directory or prefix: those of {@code aws s3 sync} and {@code aws s3
 * cp --recursive}. Mutable while they are being set.
 *
 * <pre>{@code
 * s3t.sync(Path.of("site"), "s3://bucket/site/", o -> o.delete(true).exclude("*.tmp"));
 * }</pre>
 *
 * <p>By default {@code sync} transfers a file if it is missing at the destination or has another
 * size, or if an upload or copy finds that the source is newer, or a download that the local file
 * is newer than the object. This is cheap, since it needs no request per file, but it misses some
 * changes that keep the size: an upload misses a change that sets back the time of the file, as
 * {@code cp -p} and some build tools do; a download misses every change made elsewhere after the
 * last download. Use {@link #exactTimestamps} for downloads, or {@link #checksum} for certainty.
 */
public final class TreeOptions {
  /** The treatment of keys that differ in nothing but upper and lower case, in downloads. */
  public enum CaseConflict {
    /** Downloads both; on most disks of macOS and Windows the second replaces the first. */
    IGNORE,

    /** Downloads both, and adds a warning to the result. */
    WARN,

    /** Skips the second, and adds a warning to the result. */
    SKIP,

    /** Counts the second as failed, without downloading it. */
    ERROR
  }

  private static final int LARGEST_PAGE = 1000;

  private final ExtraArgs.Allowed allowed;
  private final boolean compares;
  private final Filters filters = new Filters();
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private @Nullable Function<? super String, ? extends Map<String, ?>> parametersOf;
  private @Nullable Consumer<? super TreeFile> onFile;
  private @Nullable Client sourceClient;
  private CaseConflict caseConflict = defaultCaseConflict();
  private boolean delete;
  private boolean sizeOnly;
  private boolean exactTimestamps;
  private boolean checksum;
  private boolean noOverwrite;
  private boolean dryRun;
  private boolean followSymlinks = true;
  private boolean forceGlacier;
  private boolean guessContentType = true;
  private int pageSize = LARGEST_PAGE;

  TreeOptions(ExtraArgs.Allowed allowed, boolean compares) {
    this.allowed = allowed;
    this.compares = compares;
  }

  private static CaseConflict defaultCaseConflict() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    boolean ignoresCase = system.startsWith("windows") || system.startsWith("mac");
    return ignoresCase ? CaseConflict.WARN : CaseConflict.IGNORE;
  }

  /**
   * Includes the files that match a pattern. Patterns apply in the order in which they are added,
   * and the last that matches a file decides; a file that none matches is included.
   *
   * <p>A pattern applies to the path relative to the directory or prefix, with {@code /} between
   * names on every system. {@code *} matches any characters, including {@code /}; {@code ?} matches
   * one; {@code [abc]}, {@code [a-z]} and {@code [!a-z]} match one of a set. Case matters.
   *
   * @param pattern the pattern, such as {@code *.html}
   * @return this
   */
  public TreeOptions include(String pattern) {
    filters.add(true, pattern);
    return this;
  }

  /**
   * Excludes the files that match a pattern, at the source and at the destination: an excluded file
   * is neither transferred nor deleted. See {@link #include} for patterns and their order.
   *
   * @param pattern the pattern, such as {@code .git/*}
   * @return this
   */
  public TreeOptions exclude(String pattern) {
    filters.add(false, pattern);
    return this;
  }

  /**
   * Sets whether {@code sync} deletes what exists at the destination and not at the source. Deletes
   * follow after all transfers. Nothing is deleted if the source cannot be listed, and nothing
   * below a directory of the source that cannot be read.
   *
   * @param deletes false by default
   * @return this
   * @throws IllegalArgumentException if the options are not those of {@code sync}
   */
  public TreeOptions delete(boolean deletes) {
    requireSync("delete", deletes);
    delete = deletes;
    return this;
  }

  /**
   * Sets whether {@code sync} compares sizes only.
   *
   * @param only false by default
   * @return this
   * @throws IllegalArgumentException if the options are not those of {@code sync}
   */
  public TreeOptions sizeOnly(boolean only) {
    requireSync("sizeOnly", only);
    sizeOnly = only;
    return this;
  }

  /**
   * Sets whether a {@code sync} from S3 to a directory downloads every object whose time differs
   * from that of the file, in whole seconds. Downloads give files the time of their objects, so
   * that unchanged files have equal times.
   *
   * @param exact false by default
   * @return this
   * @throws IllegalArgumentException if the options are not those of {@code sync}
   */
  public TreeOptions exactTimestamps(boolean exact) {
    requireSync("exactTimestamps", exact);
    exactTimestamps = exact;
    return this;
  }

  /**
   * Sets whether {@code sync} compares the contents of files of equal size, instead of their times.
   * Local files are read. Objects are not: their entity tag is used if it is the MD5 of the
   * content; otherwise one more request per object asks for the checksum of the whole object. An
   * object that has neither counts as different.
   *
   * @param compare false by default
   * @return this
   * @throws IllegalArgumentException if the options are not those of {@code sync}
   */
  public TreeOptions checksum(boolean compare) {
    requireSync("checksum", compare);
    checksum = compare;
    return this;
  }

  private void requireSync(String option, boolean value) {
    if (value && !compares) {
      throw new IllegalArgumentException(
          option + " is an option of sync: uploadDirectory and downloadDirectory compare nothing");
    }
  }

  /**
   * Sets whether files that exist at the destination are kept as they are.
   *
   * @param keep false by default
   * @return this
   */
  public TreeOptions noOverwrite(boolean keep) {
    noOverwrite = keep;
    return this;
  }

  /**
   * Sets whether the transfer only lists what it would do, in {@link TreeResult#plan()}.
   *
   * @param dry false by default
   * @return this
   */
  public TreeOptions dryRun(boolean dry) {
    dryRun = dry;
    return this;
  }

  /**
   * Sets whether symbolic links of a local source are followed. If they are, a link to one of the
   * directories that contain it is skipped with a warning; if not, all links are skipped.
   *
   * @param follow true by default
   * @return this
   */
  public TreeOptions followSymlinks(boolean follow) {
    followSymlinks = follow;
    return this;
  }

  /**
   * Sets what happens to keys that differ only by case, in downloads. Except for {@link
   * CaseConflict#IGNORE}, the names of all files are kept in memory.
   *
   * @param policy {@link CaseConflict#WARN} by default on macOS and Windows, elsewhere {@link
   *     CaseConflict#IGNORE}
   * @return this
   */
  public TreeOptions caseConflict(CaseConflict policy) {
    caseConflict = Objects.requireNonNull(policy, "policy");
    return this;
  }

  /**
   * Sets whether objects in the storage classes {@code GLACIER} and {@code DEEP_ARCHIVE} are
   * requested even if they are not restored. By default they are skipped with a warning.
   *
   * @param force false by default
   * @return this
   */
  public TreeOptions forceGlacier(boolean force) {
    forceGlacier = force;
    return this;
  }

  /**
   * Sets whether uploads get a {@code ContentType} by the extension of the file, if none is set.
   *
   * @param guess true by default
   * @return this
   */
  public TreeOptions guessContentType(boolean guess) {
    guessContentType = guess;
    return this;
  }

  /**
   * Sets a parameter of the requests, such as {@code ACL}, {@code StorageClass} or {@code
   * ServerSideEncryption} of uploads, or {@code RequestPayer}.
   *
   * @param name the name of a parameter of {@code PutObject}, {@code GetObject} or {@code
   *     CopyObject}, depending on the direction
   * @param value the value; null leaves the parameter out
   * @return this
   * @throws IllegalArgumentException if the parameter does not apply
   */
  public TreeOptions set(String name, @Nullable Object value) {
    allowed.put(parameters, name, value);
    return this;
  }

  /**
   * Sets several parameters of the requests.
   *
   * @param more values by the names of parameters
   * @return this
   * @throws IllegalArgumentException if a parameter does not apply
   */
  public TreeOptions set(Map<String, ?> more) {
    more.forEach(this::set);
    return this;
  }

  /**
   * Sets a function that returns more parameters for each file, in addition to those that are
   * {@link #set}.
   *
   * <pre>{@code
   * o.parameters(name -> name.endsWith(".html") ? Map.of("CacheControl", "no-cache") : Map.of())
   * }</pre>
   *
   * @param function a function of the relative path; a parameter that does not apply, or an
   *     exception, fails the file
   * @return this
   */
  public TreeOptions parameters(Function<? super String, ? extends Map<String, ?>> function) {
    parametersOf = Objects.requireNonNull(function, "function");
    return this;
  }

  /**
   * Sets the client that lists the source of a copy between two places in S3 and reads its
   * properties, if that is in another region or needs other credentials.
   *
   * @param client a client of S3
   * @return this
   */
  public TreeOptions sourceClient(Client client) {
    sourceClient = Objects.requireNonNull(client, "client");
    return this;
  }

  /**
   * Sets a function that is called for each file that was transferred, deleted or skipped, or has
   * failed; not for unchanged files. It is called by one thread at a time, and delays the transfer
   * while it runs. An exception is logged and ignored.
   *
   * @param listener the function
   * @return this
   */
  public TreeOptions onFile(Consumer<? super TreeFile> listener) {
    onFile = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Sets the number of objects per request of a listing.
   *
   * @param objects the number, 1 to 1,000; 1,000 by default
   * @return this
   * @throws IllegalArgumentException if {@code objects} is out of range
   */
  public TreeOptions pageSize(int objects) {
    if (objects < 1 || objects > LARGEST_PAGE) {
      throw new IllegalArgumentException("pageSize is 1 to " + LARGEST_PAGE + ", not " + objects);
    }
    pageSize = objects;
    return this;
  }

  /** Checks the options against each other. */
  void check() {
    int comparisons = (sizeOnly ? 1 : 0) + (exactTimestamps ? 1 : 0) + (checksum ? 1 : 0);
    if (comparisons > 1) {
      throw new IllegalArgumentException(
          "Set one of sizeOnly, exactTimestamps and checksum, not several");
    }
  }

  /** Returns the parameters of one file, in a new map. */
  Map<String, Object> parameters(String name) {
    Map<String, Object> of = new LinkedHashMap<>(parameters);
    if (parametersOf != null) {
      parametersOf.apply(name).forEach((each, value) -> allowed.put(of, each, value));
    }
    return of;
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  boolean compares() {
    return compares;
  }

  Filters filters() {
    return filters;
  }

  @Nullable Consumer<? super TreeFile> onFile() {
    return onFile;
  }

  /** Returns the client for reading the source of a copy. */
  Client reader(Client standard) {
    return sourceClient == null ? standard : sourceClient;
  }

  CaseConflict caseConflict() {
    return caseConflict;
  }

  boolean deletes() {
    return delete;
  }

  boolean isSizeOnly() {
    return sizeOnly;
  }

  boolean isExact() {
    return exactTimestamps;
  }

  boolean comparesContent() {
    return checksum;
  }

  boolean keepsExisting() {
    return noOverwrite;
  }

  boolean isDry() {
    return dryRun;
  }

  boolean followsLinks() {
    return followSymlinks;
  }

  boolean forcesGlacier() {
    return forceGlacier;
  }

  boolean guessesType() {
    return guessContentType;
  }

  int pageSize() {
    return pageSize;
  }
}
