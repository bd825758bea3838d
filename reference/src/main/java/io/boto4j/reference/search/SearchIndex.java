package io.boto4j.reference.search;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import io.boto4j.reference.site.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The index that the search in the browser reads: a set of files in the folder {@code search} of
 * the site.
 *
 * <p>{@code core.bin} has the services and all words. {@code words/N.bin} has the names with some
 * words, {@code services/NAME.bin} has the names of a service, and {@code guides.json} has the
 * headings of the guides, which {@link GuideHeadings} writes.
 */
public final class SearchIndex {
  private SearchIndex() {}

  /**
   * Creates the index of all services of a loader. The same models give the same bytes.
   *
   * @param loader the loader
   * @return the content of the files by their paths in the folder; {@code guides.json} is empty
   * @throws io.boto4j.model.ModelException if a model is damaged
   */
  public static Map<String, byte[]> of(ModelLoader loader) {
    Popularity popularity = new Popularity();
    List<String> services = popularity.order(loader.services());
    List<ServiceTitle> titles = new ArrayList<>();
    List<ServiceNames> names = new ArrayList<>();
    Map<String, List<Ranked>> entries = new TreeMap<>();
    for (String service : services) {
      ServiceModel model = loader.find(service);
      if (model == null || !Names.hasPage(service)) {
        continue;
      }
      ServiceNames found = new ServiceNames(model, popularity);
      for (Entry entry : found.entries()) {
        entries
            .computeIfAbsent(entry.name(), key -> new ArrayList<>())
            .add(new Ranked(entry, names.size()));
      }
      names.add(found);
      titles.add(ServiceTitle.of(model, popularity));
    }
    entries.values().forEach(list -> list.sort(Comparator.comparingInt(Ranked::weight)));
    return files(titles, names, entries);
  }

  private static Map<String, byte[]> files(
      List<ServiceTitle> titles, List<ServiceNames> names, Map<String, List<Ranked>> entries) {
    List<Words> words = new ArrayList<>();
    for (String name : entries.keySet()) {
      words.add(Words.of(name));
    }
    Vocabulary vocabulary = new Vocabulary(words);
    NameCodec codec = new NameCodec(vocabulary, words);
    WordLists lists = new WordLists(vocabulary, codec, entries);
    Map<String, byte[]> files = new TreeMap<>(lists.files());
    for (ServiceNames service : names) {
      files.put(
          "services/" + service.service() + ".bin", new ServiceFile(service, codec).toBytes());
    }
    files.put("core.bin", core(titles, vocabulary, codec, lists));
    files.put(GuideHeadings.FILE, GuideHeadings.of(List.of()));
    return files;
  }

  private static byte[] core(
      List<ServiceTitle> titles, Vocabulary vocabulary, NameCodec codec, WordLists lists) {
    Packer out = new Packer().text("boto4j-search-1");
    PathPatterns.write(out);
    out.number(titles.size());
    for (ServiceTitle title : titles) {
      title.write(out);
    }
    codec.write(out);
    vocabulary.write(out);
    lists.write(out);
    return out.toBytes();
  }
}
