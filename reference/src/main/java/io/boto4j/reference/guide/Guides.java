package io.boto4j.reference.guide;

import io.boto4j.reference.guide.GuideGroup.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The guides: the files of the folder {@code docs}, which the jar contains. Thread-safe. */
public final class Guides {
  /** The folder of the files, in the jar. */
  private static final String FOLDER = "/io/boto4j/reference/guides/";

  private static final String LIST = "guides.txt";

  private final List<GuideGroup> groups;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final GuideRenderer renderer;

  private Guides(List<GuideGroup> groups) {
    this.groups = groups;
    for (GuideGroup group : groups) {
      for (Entry entry : group.entries()) {
        entries.put(entry.name(), entry);
      }
    }
    this.renderer = new GuideRenderer(new GuideLinks(entries.keySet()));
  }

  /**
   * Creates the guides of the jar.
   *
   * @return the guides
   */
  public static Guides builtIn() {
    return new Guides(GuideList.parse(read(LIST)));
  }

  /**
   * Returns the groups of the navigation.
   *
   * @return the groups, in order
   */
  public List<GuideGroup> groups() {
    return groups;
  }

  /**
   * Renders a guide.
   *
   * @param name the name of its file without the extension
   * @return the guide, or null if the list does not have it
   */
  public @Nullable Guide find(String name) {
    Entry entry = entries.get(name);
    return entry == null ? null : renderer.render(entry, read(name + ".md"));
  }

  private static String read(String file) {
    try (InputStream in = Guides.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("The jar of the reference lacks the guide " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the guide " + file, e);
    }
  }
}
