using Gazetier.Locales;

namespace Gazetier.Features.Conversation.Notices;

/// <summary>Reasons of notices in a person's words.</summary>
public static class NoticeSentences
{
    public static string Name(this NoticeReason reason, Phrases t) => reason switch
    {
        NoticeReason.Hate => t["Haine, discrimination, négation de crimes"],
        NoticeReason.Defamation => t["Injure ou diffamation"],
        NoticeReason.Threat => t["Menace ou harcèlement"],
        NoticeReason.PrivateData => t["Vie privée, données personnelles"],
        NoticeReason.Children => t["Atteinte à un enfant"],
        NoticeReason.Fraud => t["Escroquerie, contrefaçon"],
        NoticeReason.Spam => t["Publicité, envoi en nombre"],
        NoticeReason.Courtesy => t["Contraire à la charte : courtoisie, hors sujet"],
        _ => t["Autre"],
    };

    /// <summary>Whether the law is invoked, rather than our terms.</summary>
    public static bool IsOfLaw(this NoticeReason reason) => reason is not (NoticeReason.Spam or NoticeReason.Courtesy or NoticeReason.Other);
}
