package io.boto4j.typed.check;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The options of the plugin.
 *
 * @param models the folders with models of the program's own
 * @param problem what is wrong with the options, or null
 */
record Settings(List<Path> models, @Nullable String problem) {
  private static final String MODELS = "models=";

  static Settings of(String... args) {
    List<Path> models = new ArrayList<>();
    String problem = null;
    for (String arg : args) {
      if (!arg.startsWith(MODELS)) {
        problem = "boto4j-check has no option \"" + arg + "\"; it has models=FOLDER.";
        continue;
      }
      StringTokenizer folders =
          new StringTokenizer(arg.substring(MODELS.length()), File.pathSeparator);
      while (folders.hasMoreTokens()) {
        Path folder = Path.of(folders.nextToken());
        if (Files.isDirectory(folder)) {
          models.add(folder);
        } else {
          problem = "boto4j-check finds no folder of models at " + folder.toAbsolutePath() + ".";
        }
      }
    }
    return new Settings(List.copyOf(models), problem);
  }
}
