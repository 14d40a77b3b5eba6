using Gazetier.Features.Accounts;
using Gazetier.Locales;

namespace Gazetier.Features.MailingLists.Imports;

/// <summary>What becomes of a line, in a sentence that says what to do.</summary>
public static class OutcomeNames
{
    /// <summary>For a table of sums.</summary>
    public static string Of(ImportOutcome outcome, bool isApplied, Phrases t) => outcome switch
    {
        ImportOutcome.Accepted => isApplied ? t["ajoutées"] : t["à ajouter"],
        ImportOutcome.AlreadyOn => t["déjà inscrites"],
        ImportOutcome.Suppressed => t["écartées : retours ou plaintes"],
        ImportOutcome.LeftSince => t["désinscrites depuis"],
        ImportOutcome.Malformed => t["adresses illisibles"],
        ImportOutcome.Mistyped => t["sans doute mal tapées"],
        ImportOutcome.Twice => t["en double dans le fichier"],
        ImportOutcome.NoDate => t["sans date de consentement"],
        ImportOutcome.NoProof => t["sans preuve de consentement"],
        _ => t["liste non ouverte à ce lecteur"],
    };

    /// <summary>For one line.</summary>
    public static string Why(this ListImportLine line, Phrases t) => line.Outcome switch
    {
        ImportOutcome.AlreadyOn => t["Reçoit déjà cette liste."],
        ImportOutcome.Suppressed => t["Nos envois reviennent ou ont été signalés comme indésirables : cette adresse n’est jamais ajoutée de nouveau."],
        ImportOutcome.LeftSince => t["S’est désinscrite après la date de ce consentement : il faut un consentement plus récent."],
        ImportOutcome.Malformed => t["Ce n’est pas une adresse e-mail."],
        ImportOutcome.Mistyped => t["Sans doute {0} : corrigez le fichier si c’est le cas.", MistypedDomain.Guess(line.Email)],
        ImportOutcome.Twice => t["Déjà plus haut dans le fichier."],
        ImportOutcome.NoDate => t["La date du consentement manque, n’est pas une date, ou est à venir."],
        ImportOutcome.NoProof => t["Il manque le texte accepté ou son origine : sans preuve, l’adresse est refusée."],
        ImportOutcome.NotOpen => t["Cette liste n’est pas ouverte à ce lecteur."],
        _ => "",
    };
}
