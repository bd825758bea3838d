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
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The packs on the class path or module path. Thread-safe.
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

  private static final String JAR_PREFIX = "jar:file:";

  /** The class in the jar of the packs. */
  private static final String LOCATION = "io.boto4j.models.Location";

  private final ClassLoader loader;

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
  }

  /**
   * Opens a pack.
   *
   * @param resource the name, which begins with {@link #MODELS} or {@link #DOCS}
   * @return the pack, or null if it does not exist
   * @throws ModelException if it cannot be read
   */
  public @Nullable Pack open(String resource) {
    PackStorage storage = find(resource);
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

  private byte[] dictionary(long number) {
    byte[] known = dictionaries.get(number);
    if (known != null) {
      return known;
    }
    String resource = dictionaryResource(number);
    PackStorage storage = find(resource);
    if (storage == null) {
      throw PackErrors.of("The dictionary of the model packs is missing: " + resource, null);
    }
    byte[] read = Pack.open(storage).required(PackFormat.DICTIONARY, 0);
    dictionaries.put(number, read);
    return read;
  }

  private @Nullable PackStorage find(String resource) {
    ZipFile jar = lastJar;
    if (jar == null) {
      jar = ownJar();
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
  private @Nullable ZipFile ownJar() {
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
