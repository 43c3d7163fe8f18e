import com.adobe.epubcheck.tool.EpubChecker;

/** Checks EPUBs in one virtual machine, which takes most of its time to start; each report beside its EPUB. */
class EpubcheckAll {
  public static void main(String[] files) {
    for (String file : files) {
      new EpubChecker().run(new String[] {file, "--json", file + ".json", "--locale", "en"});
    }
  }
}
