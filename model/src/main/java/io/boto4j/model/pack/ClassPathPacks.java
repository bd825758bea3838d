package io.boto4j.model.pack;

import io.boto4j.model.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The packs on the class path or module path, or in a folder. Thread-safe.
 *
 * <p>For cold start, a jar is read through {@link ZipFile} itself: {@code URL.openStream} would
 * load JarURLConnection and the classes that it needs. The class path has the jar open already, so
 * opening it a second time parses nothing. The jar is found through a class in it (1.3 ms instead
 * of 3.7): asked for a resource, a class loader searches every module of the JDK first.
 */
public final class ClassPathPacks {
  /** The folder of models; not a package name, so that the module system never hides it. */
  public static final String MODELS = "META-INF/boto4j/models/";

  /** The folder of documentation. */
  public static final String DOCS = "META-INF/boto4j/docs/";

  /** More than any pack has; bounds what a folder can make a program read. */
  private static final int MAX_FILE_LENGTH = 64 * 1024 * 1024;

  private static final String JAR_PREFIX = "jar:file:";

  /** The class in the jar of the packs. */
  private static final String LOCATION = "io.boto4j.models.Location";

  private final @Nullable ClassLoader loader;

  /** The folder with the packs, or null if a class loader finds them. */
  private final @Nullable Path folder;

  /** The files of the folder that were read, by resource; null without a folder. */
  private final @Nullable Map<String, PackStorage> files;

  /** The jar of the last pack that was found, which probably has the next one too. */
  private volatile @Nullable ZipFile lastJar;

  /** The dictionaries that were read, by number. Usually all packs have the same. */
  private final Map<Long, byte[]> dictionaries = new ConcurrentHashMap<>();

  /**
   * Creates the packs of a class loader.
   *
   * @param loader the class loader that finds them
   */
  public ClassPathPacks(ClassLoader loader) {
    this.loader = loader;
    this.folder = null;
    this.files = null;
  }

  /**
   * Creates the packs in a folder. Each is read whole when it is first opened, and kept, so that
   * files can be replaced while their packs are in use.
   *
   * @param folder the folder that contains {@link #MODELS}
   */
  public ClassPathPacks(Path folder) {
    this.loader = null;
    this.folder = folder;
    this.files = new ConcurrentHashMap<>();
  }

  /**
   * Opens a pack.
   *
   * @param resource the name, which begins with {@link #MODELS} or {@link #DOCS}
   * @return the pack, or null if it does not exist
   * @throws ModelException if it cannot be read
   */
  public @Nullable Pack open(String resource) {
    PackStorage storage = locate(resource);
    if (storage == null) {
      return null;
    }
    Pack pack = Pack.open(storage);
    return pack.dictionary() == 0 ? pack : pack.withDictionary(dictionary(pack.dictionary()));
  }

  /**
   * Returns the resource that holds a dictionary.
   *
   * @param number the CRC-32 of the dictionary
   * @return the name of the resource
   */
  public static String dictionaryResource(long number) {
    return MODELS + "root/dictionary-" + Long.toHexString(number) + ".pack";
  }

  /**
   * Returns the services that have a pack: {@code index.pack}.
   *
   * @return the API version of each service, in a list; empty without packs
   */
  public Map<String, Object> services() {
    return value(MODELS + "index.pack");
  }

  /**
   * Returns the older API versions that have a pack: {@code older.pack}.
   *
   * @return the versions by service
   */
  public Map<String, Object> olderVersions() {
    return value(MODELS + "older.pack");
  }

  /**
   * Returns the API versions of a service with a pack.
   *
   * @param service the service
   * @return the versions, the newest last
   */
  public List<String> versions(String service) {
    List<String> versions = new ArrayList<>();
    for (Map<String, Object> index : List.of(olderVersions(), services())) {
      if (index.get(service) instanceof List<?> packed) {
        for (Object version : packed) {
          versions.add(String.valueOf(version));
        }
      }
    }
    return versions;
  }

  /**
   * Opens the pack of the newest version of a service.
   *
   * @param service the service
   * @return the pack, or null if it does not exist
   */
  public @Nullable Pack newest(String service) {
    Pack pack = open(MODELS + service + ".pack");
    // The list of services is also a pack in this folder, but it does not describe a service.
    return pack == null || pack.find(PackFormat.META, 0) < 0 ? null : pack;
  }

  /**
   * Opens the pack of a version of a service. The pack of the newest version is named after the
   * service; older ones are in a folder.
   *
   * @param service the service
   * @param apiVersion the API version
   * @return the pack, or null if it does not exist
   */
  public @Nullable Pack find(String service, String apiVersion) {
    List<String> versions = versions(service);
    if (!versions.contains(apiVersion)) {
      return null;
    }
    boolean newest = apiVersion.equals(versions.get(versions.size() - 1));
    return open(MODELS + (newest ? service : service + "/" + apiVersion) + ".pack");
  }

  /**
   * Opens the pack of the documentation of a version of a service.
   *
   * @param service the service
   * @param apiVersion the API version
   * @return the pack, or null if it does not exist
   */
  public @Nullable Pack documentation(String service, String apiVersion) {
    return open(DOCS + service + "/" + apiVersion + ".pack");
  }

  /**
   * Returns the content of a pack that belongs to no single service, such as {@code partitions}.
   *
   * @param name the name of the file in the folder {@code root}, without its extension
   * @return the content; empty if the pack does not exist
   */
  public Map<String, Object> root(String name) {
    return value(MODELS + "root/" + name + ".pack");
  }

  /**
   * Returns the place of a pack.
   *
   * @param resource the name of the pack
   * @return the name of its jar, or the path of the folder that contains {@link #MODELS}; empty if
   *     the pack does not exist
   */
  public String location(String resource) {
    PackStorage storage = locate(resource);
    if (storage == null) {
      return "";
    }
    String name = storage.name().replace('\\', '/');
    int end = name.lastIndexOf(resource);
    String place = end < 0 ? name : name.substring(0, end);
    while (place.endsWith("/") || place.endsWith("!")) {
      place = place.substring(0, place.length() - 1);
    }
    return place.endsWith(".jar") ? place.substring(place.lastIndexOf('/') + 1) : place;
  }

  private Map<String, Object> value(String resource) {
    Pack pack = open(resource);
    return pack == null ? Map.of() : pack.value(PackFormat.VALUE);
  }

  /**
   * Tells whether a text may be the name of a service or an API version. A name becomes part of a
   * path, so it must not lead out of the folder.
   *
   * @param name the text
   * @return whether it consists of letters, digits, hyphens, underscores and dots, with at least
   *     one letter or digit
   */
  public static boolean isName(String name) {
    boolean letters = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      letters |= letter;
      if (!letter && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return letters;
  }

  private byte[] dictionary(long number) {
    byte[] known = dictionaries.get(number);
    if (known != null) {
      return known;
    }
    String resource = dictionaryResource(number);
    PackStorage storage = locate(resource);
    if (storage == null) {
      throw PackErrors.of("The dictionary of the model packs is missing: " + resource, null);
    }
    byte[] read = Pack.open(storage).required(PackFormat.DICTIONARY, 0);
    dictionaries.put(number, read);
    return read;
  }

  private @Nullable PackStorage locate(String resource) {
    if (loader == null) {
      return inFolder(resource);
    }
    ZipFile jar = lastJar;
    if (jar == null) {
      jar = ownJar(loader);
      lastJar = jar;
    }
    ZipEntry entry = jar == null ? null : jar.getEntry(resource);
    if (jar != null && entry != null) {
      return new JarStorage(jar, entry);
    }
    URL url = loader.getResource(resource);
    if (url == null) {
      return null;
    }
    String text = url.toString();
    int bang = text.indexOf("!/");
    try {
      if (text.startsWith(JAR_PREFIX) && bang > 0 && text.indexOf("!/", bang + 2) < 0) {
        Path path = Path.of(URI.create(text.substring("jar:".length(), bang)));
        jar = new ZipFile(path.toFile());
        lastJar = jar;
        entry = jar.getEntry(resource);
        return entry == null ? new UrlStorage(url) : new JarStorage(jar, entry);
      }
      if (text.startsWith("file:")) {
        return new FileStorage(Path.of(URI.create(text)));
      }
    } catch (IOException | IllegalArgumentException e) {
      return new UrlStorage(url);
    }
    return new UrlStorage(url);
  }

  /** Returns the jar of the built-in models, or null if they are not in a jar file. */
  private static @Nullable ZipFile ownJar(ClassLoader loader) {
    try {
      CodeSource source = loader.loadClass(LOCATION).getProtectionDomain().getCodeSource();
      URL url = source == null ? null : source.getLocation();
      String text = url == null ? "" : url.toString();
      return text.startsWith("file:") && text.endsWith(".jar")
          ? new ZipFile(Path.of(URI.create(text)).toFile())
          : null;
    } catch (ClassNotFoundException | IOException | IllegalArgumentException e) {
      return null;
    }
  }

  private @Nullable PackStorage inFolder(String resource) {
    if (folder == null || files == null) {
      return null;
    }
    PackStorage known = files.get(resource);
    if (known == null) {
      known = read(folder.resolve(resource));
      if (known != null) {
        files.put(resource, known);
      }
    }
    return known;
  }

  private static @Nullable PackStorage read(Path path) {
    if (!Files.isRegularFile(path)) {
      return null;
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] content = in.readNBytes(MAX_FILE_LENGTH + 1);
      if (content.length > MAX_FILE_LENGTH) {
        throw PackErrors.of(
            "The model pack " + path + " is larger than " + MAX_FILE_LENGTH + " bytes", null);
      }
      return new MemoryStorage(path, content);
    } catch (IOException e) {
      throw PackErrors.of("Cannot read the model pack " + path, e);
    }
  }

  /** A file that was read whole. */
  private static final class MemoryStorage implements PackStorage {
    private final Path path;
    private final byte[] content;

    private MemoryStorage(Path path, byte[] content) {
      this.path = path;
      this.content = content;
    }

    @Override
    public byte[] read(long offset, int length) {
      int start = (int) Math.min(offset, content.length);
      return Arrays.copyOfRange(content, start, (int) Math.min(offset + length, content.length));
    }

    @Override
    public String name() {
      return path.toString();
    }
  }

  private record JarStorage(ZipFile zip, ZipEntry entry) implements PackStorage {
    @Override
    public byte[] read(long offset, int length) throws IOException {
      try (InputStream in = zip.getInputStream(entry)) {
        return readFrom(in, offset, length);
      }
    }

    @Override
    public String name() {
      return zip.getName() + "!/" + entry.getName();
    }
  }

  private record FileStorage(Path path) implements PackStorage {
    @Override
    public byte[] read(long offset, int length) throws IOException {
      try (SeekableByteChannel channel = Files.newByteChannel(path)) {
        channel.position(offset);
        ByteBuffer buffer = ByteBuffer.allocate(length);
        int count = 0;
        while (count >= 0 && buffer.hasRemaining()) {
          count = channel.read(buffer);
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
      }
    }

    @Override
    public String name() {
      return path.toString();
    }
  }

  /** Any other URL that a class loader may return: a nested jar, a run-time image. */
  private record UrlStorage(URL url) implements PackStorage {
    @Override
    public byte[] read(long offset, int length) throws IOException {
      try (InputStream in = url.openStream()) {
        return readFrom(in, offset, length);
      }
    }

    @Override
    public String name() {
      return url.toString();
    }
  }

  private static byte[] readFrom(InputStream in, long offset, int length) throws IOException {
    in.skipNBytes(offset);
    return in.readNBytes(length);
  }
}
