package io.boto4j.model.pack;

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
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds packs on the class path or module path.
 *
 * <p>A jar is read with {@link ZipFile} itself: {@code URL.openStream} would load JarURLConnection
 * and all that belongs to it, in every cold start. The jar is open already, as the class path has
 * it, so opening it a second time parses nothing. It is found by the class that lies in it: a class
 * loader asked for what is no class looks through every module of the JDK first. Thread-safe.
 */
public final class ClassPathPacks {
  /** Not a package name, so that the module system never hides it. */
  public static final String MODELS = "META-INF/boto4j/models/";

  public static final String DOCS = "META-INF/boto4j/docs/";
  private static final String JAR_PREFIX = "jar:file:";

  /** The class beside the packs. */
  private static final String LOCATION = "io.boto4j.models.Location";

  private final ClassLoader loader;

  /** The jar that answered last, which will answer next too. */
  private volatile @Nullable ZipFile lastJar;

  public ClassPathPacks(ClassLoader loader) {
    this.loader = loader;
  }

  /** Opens a pack; null if there is none of that name. */
  public @Nullable Pack open(String resource) {
    PackStorage storage = find(resource);
    return storage == null ? null : Pack.open(storage);
  }

  private @Nullable PackStorage find(String resource) {
    ZipFile jar = lastJar;
    if (jar == null) {
      jar = ownJar();
      lastJar = jar;
    }
    if (jar != null && jar.getEntry(resource) != null) {
      return new JarStorage(jar, resource);
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
        return new JarStorage(jar, resource);
      }
      if (text.startsWith("file:")) {
        return new FileStorage(Path.of(URI.create(text)));
      }
    } catch (IOException | IllegalArgumentException e) {
      return new UrlStorage(url);
    }
    return new UrlStorage(url);
  }

  /** The jar of the built-in models; null if they are in no jar of the file system. */
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

  private record JarStorage(ZipFile zip, String resource) implements PackStorage {
    @Override
    public byte[] read(long offset, int length) throws IOException {
      ZipEntry entry = zip.getEntry(resource);
      if (entry == null) {
        throw new IOException("No entry " + resource + " in " + zip.getName());
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return readFrom(in, offset, length);
      }
    }

    @Override
    public String name() {
      return zip.getName() + "!/" + resource;
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

  /** Anything else a class loader may name: nested jars, a run-time image. */
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
