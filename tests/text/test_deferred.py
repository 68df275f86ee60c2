"""Modules put off are imported when they are used, and are themselves everywhere else."""

import subprocess
import sys
import textwrap

from docx import Document


def said(script):
    call = [sys.executable, "-c", textwrap.dedent(script)]
    return subprocess.run(call, capture_output=True, text=True, check=True, timeout=60).stdout.split()


def test_the_module_is_imported_at_its_first_use():
    assert said("""
        import sys
        from perf_lint.text.deferred import deferred
        with deferred(fractions=()):
            import fractions as put_off
            print("numbers" in sys.modules, type(put_off).__name__)
        print("fractions" in sys.modules)
        print(put_off.Fraction(1, 3))
        import fractions
        print(put_off.Fraction is fractions.Fraction, type(fractions).__name__)
        print(hasattr(put_off, "nothing"))
    """) == ["False", "_Deferred", "False", "1/3", "True", "module", "False"]


def test_a_use_inside_the_block_is_served_too():
    assert said("""
        import sys
        from perf_lint.text.deferred import deferred
        with deferred(fractions=()):
            from fractions import Fraction
        print(Fraction(1, 3), type(sys.modules["fractions"]).__name__)
    """) == ["1/3", "module"]


def test_a_function_taken_out_at_once_is_found_when_it_is_called():
    assert said("""
        import sys
        from perf_lint.text.deferred import deferred
        with deferred(fractions=("Fraction",)):
            from fractions import Fraction
        print("fractions" in sys.modules, Fraction(1, denominator=3), "fractions" in sys.modules)
    """) == ["False", "1/3", "True"]


def test_what_is_there_already_stays():
    assert said("""
        import fractions
        from perf_lint.text.deferred import deferred
        with deferred(fractions=()):
            import fractions as again
        print(again is fractions)
        try:
            with deferred(nothing_of_that_name=()):
                import nothing_of_that_name as nothing
                nothing.here
        except ModuleNotFoundError as error:
            print(error.name)
    """) == ["True", "nothing_of_that_name"]


def test_lxml_still_looks_at_the_functions_it_is_given():
    assert said("""
        from perf_lint.readers.base import DEFAULT_LIMITS
        from perf_lint.readers.xml import parse_xml
        print(parse_xml(b"<a/>", "a.xml", "a", DEFAULT_LIMITS).tag)
        from lxml import etree
        class Target:
            def start(self, tag, attrib, nsmap): print(tag, nsmap["x"])
            def close(self): return "done"
        print(etree.fromstring(b"<a xmlns:x='u'/>", etree.XMLParser(target=Target())))
    """) == ["a", "a", "u", "done"]


def test_reading_an_office_file_imports_neither_inspect_nor_shutil(tmp_path):
    document = Document()
    document.add_table(1, 2).cell(0, 0).text = "项目名称"
    document.save(tmp_path / "a.docx")
    assert (
        said(f"""
        import sys
        from perf_lint.readers import read
        read({str(tmp_path / "a.docx")!r})
        print(*sorted(set(sys.modules) & {{"inspect", "shutil", "lzma", "bz2"}}))
    """)
        == []
    )
