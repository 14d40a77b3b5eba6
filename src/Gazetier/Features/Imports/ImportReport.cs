namespace Gazetier.Features.Imports;

/// <summary>What an import did. Every line of the file is counted once: created, updated, unchanged or skipped.</summary>
public class ImportReport
{
    public int Created { get; set; }
    public int Updated { get; set; }
    public int Unchanged { get; set; }
    public int SectionsMade { get; set; }
    public int ThemesMade { get; set; }
    public int DossiersMade { get; set; }
    public int AuthorsMade { get; set; }
    public int PicturesMade { get; set; }

    /// <summary>Lines that did not come in.</summary>
    public List<ImportRemark> Skipped { get; } = [];

    /// <summary>Lines that came in without something: a picture that is missing or refused.</summary>
    public List<ImportRemark> Warnings { get; } = [];

    /// <summary>0: all of it stands in the newspaper; 1: some lines were refused; 2: nothing was done.</summary>
    public int ExitCode => Skipped.Count == 0 && Created + Updated + Unchanged > 0 ? 0 : Created + Updated + Unchanged > 0 ? 1 : 2;
}

/// <summary>Something to say about a line of the file, counted from 1.</summary>
public record ImportRemark(int Line, string Reason);
