package io.boto4j.modelcompiler.source;

import io.boto4j.model.ModelException;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.smithy.SmithyService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The models of a set of sources, in folders that a {@link ModelLoader} reads.
 *
 * @param folders the folders in botocore's layout, that of the overlays first
 * @param sources the sources, the base first; empty if the models are from folders of the user
 * @param services the index of the source of each service that is not from the first one
 * @param dates the dates of the services that are from the first one, if they are known
 * @param notes what to tell the user, such as overlays that are not used
 */
public record ModelData(
    List<Path> folders,
    List<ModelSource> sources,
    Map<String, Integer> services,
    Map<String, LocalDate> dates,
    List<String> notes) {
  /** Copies the lists. */
  public ModelData {
    folders = List.copyOf(folders);
    sources = List.copyOf(sources);
    services = Collections.unmodifiableMap(new TreeMap<>(services));
    dates = Collections.unmodifiableMap(new TreeMap<>(dates));
    notes = List.copyOf(notes);
  }

  /**
   * Fetches sources, verifies their hashes, and unpacks them.
   *
   * @param sources the sources, the base first
   * @param dates the dates of the services of the base
   * @param artifacts the repository
   * @param work the folder to unpack to; it may have the content of an earlier run
   * @return the models
   * @throws ModelException if a jar is not the pinned one, or a model is not valid
   */
  public static ModelData of(
      List<ModelSource> sources, ServiceDates dates, Artifacts artifacts, Path work) {
    ModelSource base = sources.get(0);
    Path data = base(work);
    BaseArchive.unpack(verified(base, artifacts), base.sha256(), data);
    Path overlays = cleared(work.resolve("overlays"));
    OverlayFolder writer = new OverlayFolder(overlays, data);
    Map<String, Integer> services = new TreeMap<>();
    List<String> notes = new ArrayList<>();
    for (int i = 1; i < sources.size(); i++) {
      ModelSource overlay = sources.get(i);
      Path jar = verified(overlay, artifacts);
      LocalDate replaced = dates.of(overlay.service(), base);
      if (Files.isDirectory(data.resolve(overlay.service())) && !overlay.date().isAfter(replaced)) {
        notes.add(
            overlay.service()
                + " of "
                + replaced
                + " comes from the base: "
                + overlay.coordinates()
                + " of "
                + overlay.date()
                + " is not newer");
      } else {
        writer.write(overlay.service(), only(overlay, jar));
        services.put(overlay.service(), i);
      }
    }
    Map<String, LocalDate> known = new TreeMap<>(dates.all());
    known.keySet().removeAll(services.keySet());
    return new ModelData(List.of(overlays, data), sources, services, known, notes);
  }

  /**
   * Returns the folder to which a base is unpacked.
   *
   * @param work the folder for intermediate files
   * @return the data folder
   */
  public static Path base(Path work) {
    return work.resolve("base");
  }

  /**
   * Returns the models of folders in botocore's layout, and of Smithy models.
   *
   * @param files folders, Smithy models in JSON, or jars that contain them
   * @param names botocore's names of the services whose name does not follow from their id, by id
   * @param work the folder to write the services of Smithy models to
   * @return the models
   * @throws ModelException if a file does not exist, or a model is not valid
   */
  public static ModelData ofFiles(List<Path> files, Map<String, String> names, Path work) {
    List<Path> folders = new ArrayList<>();
    List<SmithyService> services = new ArrayList<>();
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        folders.add(file);
      } else {
        services.addAll(SmithyFile.read(file));
      }
    }
    if (!services.isEmpty()) {
      Path overlays = cleared(work.resolve("overlays"));
      OverlayFolder writer = new OverlayFolder(overlays, folders.isEmpty() ? null : folders.get(0));
      for (SmithyService service : services) {
        String regular = SmithyService.folder(service.serviceId());
        writer.write(names.getOrDefault(service.serviceId(), regular), service);
      }
      folders.add(0, overlays);
    }
    return new ModelData(folders, List.of(), Map.of(), Map.of(), List.of());
  }

  /**
   * Returns a loader. It keeps the models that it has read, so a program that reads all of them
   * creates one per service.
   *
   * @return a new loader of the folders alone
   */
  public ModelLoader loader() {
    // This class loader finds no packs.
    return ModelLoader.of(folders, ClassLoader.getPlatformClassLoader());
  }

  private static Path verified(ModelSource source, Artifacts artifacts) {
    Path jar = artifacts.fetch(source.artifact(), source.version());
    String found = Sha256.of(jar);
    if (!found.equals(source.sha256())) {
      // Nothing of a jar is read before its hash is verified: the models decide where
      // credentials are sent.
      throw new ModelException(
          String.join(
              System.lineSeparator(),
              "The jar with the models is not the pinned one: nothing was compiled.",
              "  jar       " + jar,
              "  expected  "
                  + source.sha256()
                  + "  ("
                  + source.coordinates()
                  + " in the sources file)",
              "  found     " + found,
              "If the version was changed, compare the found hash with Maven Central's and write it to the sources file.",
              "Otherwise the jar is damaged or was replaced: delete it, and build again."),
          null);
    }
    return jar;
  }

  private static SmithyService only(ModelSource overlay, Path jar) {
    List<SmithyService> services = SmithyFile.read(jar);
    if (services.size() != 1) {
      throw new ModelException(
          overlay.coordinates() + " has " + services.size() + " services; an overlay has one",
          null);
    }
    return services.get(0);
  }

  private static Path cleared(Path folder) {
    try {
      BaseArchive.delete(folder);
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ModelException("cannot write to " + folder + ": " + e, e);
    }
  }
}
